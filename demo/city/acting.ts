import { nobody, type Actor } from '@opengoa/kernel';
import { unitId } from '../cast.ts';
import { type CityPerson, cityPersonId, cityPostId, type CityPost } from './units-and-people.ts';

/** Somebody of the city at work, with the rights of the post: as a session would give them. They have no account, only a place in the directory. */
export function actorOf(person: CityPerson, posts: ReadonlyMap<string, CityPost>): Actor {
  const post = posts.get(person.post)!;
  return {
    ...nobody('127.0.0.1'),
    kind: 'person',
    person: cityPersonId(person),
    name: person.name,
    post: { id: cityPostId(post.key), title: post.title, rank: post.rank },
    unit: unitId(post.unit),
    grants: post.rights.map(([role, at, below]) => ({ role, unit: unitId(at), below })),
    factorAt: new Date(),
  };
}
